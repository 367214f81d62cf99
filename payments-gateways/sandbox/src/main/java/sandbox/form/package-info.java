/**
 * What providers have in common that speak in forms: the browser posts one to their page, and their page posts a signed
 * one back. Knows no provider.
 */
package sandbox.form;
