/** Where the API listens unless HOST and PORT say something else. */
export const defaultAddress = { host: '0.0.0.0', port: 8000 };
