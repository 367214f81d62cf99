/** What the start page counts, on the tables of the application. */
package io.mizan.attention;
