/**
 * What people do with cases: they take them, hand them back, comment and settle them. Each act is in the person's audit
 * and, where the case has an order, on that order's timeline, in one transaction. No act changes money state.
 */
package io.mizan.desk;
