export async function doctor(_options: { data?: string; json?: boolean }): Promise<void> {}
