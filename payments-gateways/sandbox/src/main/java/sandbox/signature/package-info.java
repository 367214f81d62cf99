/** What the signatures of several providers are made of. */
package sandbox.signature;
