/** SADAD's interface, the forms by which a browser comes and goes, and the webhook. */
package sandbox.sadad.api;
