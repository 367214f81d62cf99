/**
 * What the merchant sells, as far as a payment needs to know it: a name and one price for each currency. An order reads
 * its prices here when it is placed and keeps them; a later change of a price never touches an order.
 */
package io.mizan.catalog;
