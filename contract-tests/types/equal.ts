// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the one way to tell `any` from other types
type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
/** Compiles if both types are the same; `any` equals only itself. */
export declare function same<A, B>(proof: Equal<A, B>): void;
/** Compiles if the value has exactly that type. */
export declare function isA<A>(): <B>(value: B, proof: Equal<A, B>) => void;
