/** Personal data of customers: kept in one table, sealed with a key of its own for each person. */
package io.mizan.customer;
