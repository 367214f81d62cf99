/** SADAD's page, on which a customer may try as often as it takes, and the way back from it. */
package sandbox.sadad.hosted;
