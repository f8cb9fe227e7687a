// app/spirii/v2/temporary-evse-statuses/[id]/route.ts
import { createClient, isInvalidArgumentError, isResponseError } from 'temporary-evse-statuses';

const client = createClient({ apiKey: () => process.env.SPIRII_API_KEY ?? '', environment: 'sandbox' });

export async function PATCH(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  // Check here who your user is.
  try {
    return Response.json(await client.update(Number((await params).id), await request.json()));
  } catch (error) {
    if (isInvalidArgumentError(error)) return Response.json({ error: { message: error.message } }, { status: 400 });
    if (!isResponseError(error)) throw error;
    return Response.json(error.body, { status: error.status === 401 ? 502 : error.status });
  }
}
