/** What wants a person's look right now, counted from the rows. Only reads. */
package io.mizan.attention;
