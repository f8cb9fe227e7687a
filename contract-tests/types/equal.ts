// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the one way to tell `any` from other types
type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
/** Compiles where both types are the same; `any` is the same as nothing but itself. */
export declare function same<A, B>(proof: Equal<A, B>): void;
/** Compiles where the value is of just that type. */
export declare function isA<A>(): <B>(value: B, proof: Equal<A, B>) => void;
