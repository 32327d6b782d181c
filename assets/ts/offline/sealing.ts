// Sealing to the server's key (src/phone/keys.h): P-256, HKDF-SHA-256, AES-256-GCM, a fresh key for
// every text. And the lock of the work list: AES-256-GCM under a key made from the worker's code.
import type { About, Sealed } from "./database";

const encode = (text: string) => new TextEncoder().encode(text);
const decode = (bytes: ArrayBuffer) => new TextDecoder().decode(bytes);
const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));

function toBase64url(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
export function fromBase64url(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
}

const curve = { name: "ECDH", namedCurve: "P-256" };

export async function seal(to: About, id: string, text: string): Promise<Sealed> {
  const { subtle } = crypto;
  const server = fromBase64url(to.point);
  const own = await subtle.generateKey(curve, false, ["deriveBits"]);
  const point = new Uint8Array(await subtle.exportKey("raw", own.publicKey));
  const theirs = await subtle.importKey("raw", server, curve, false, []);
  const shared = await subtle.deriveBits({ name: "ECDH", public: theirs }, own.privateKey, 256);
  const salt = new Uint8Array([...point, ...server]);
  const key = await subtle.deriveKey(
    { name: "HKDF", hash: "SHA-256", salt, info: encode("gweld visit 1") },
    await subtle.importKey("raw", shared, "HKDF", false, ["deriveKey"]),
    { name: "AES-GCM", length: 256 }, false, ["encrypt"]);
  const nonce = random(12);
  const sealed = await subtle.encrypt({ name: "AES-GCM", iv: nonce, additionalData: encode(id) }, key, encode(text));
  return { key: to.key, point: toBase64url(point), nonce: toBase64url(nonce), text: toBase64url(new Uint8Array(sealed)) };
}

// OWASP's figure for PBKDF2 with SHA-256; about half a second on a phone. A code is short: this
// slows guessing down, it does not stop it (docs/decisions/offline.md).
const rounds = 600_000;
export const fresh = { salt: () => random(16), nonce: () => random(12) };

export async function keyFromCode(code: string, salt: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey("raw", encode(code.normalize("NFC")), "PBKDF2", false, ["deriveKey"]);
  return crypto.subtle.deriveKey({ name: "PBKDF2", hash: "SHA-256", salt, iterations: rounds }, material,
    { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}
export const lock = (key: CryptoKey, nonce: Uint8Array<ArrayBuffer>, text: string) =>
  crypto.subtle.encrypt({ name: "AES-GCM", iv: nonce }, key, encode(text));
// Rejects for another code or another text.
export const unlock = async (key: CryptoKey, nonce: Uint8Array<ArrayBuffer>, text: ArrayBuffer) =>
  decode(await crypto.subtle.decrypt({ name: "AES-GCM", iv: nonce }, key, text));
