/** Square's simulator, as Square's own library finds it. */
package sandbox.square;
