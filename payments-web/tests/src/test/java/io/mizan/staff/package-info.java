/** People who use the portal, against the real database. */
package io.mizan.staff;
