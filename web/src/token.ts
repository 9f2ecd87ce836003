// The server's token, where it asks for one: kept until the tab closes, sent with every request.
const TOKEN_KEY = "chancery-token"

export const saveToken = (token: string): void => sessionStorage.setItem(TOKEN_KEY, token)

export const readToken = (): string | null => sessionStorage.getItem(TOKEN_KEY)
