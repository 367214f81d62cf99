/** The page on which a customer pays, as Square hosts it: plain forms, no script, test cards only. */
package sandbox.square.hosted;
