/** Square's webhooks and how each is signed. */
package sandbox.square.event;
