/** Square as a merchant sees it. Its documents are kept in Square's own JSON, so that the API shows what is stored. */
package sandbox.square;
