/** Signing in and out, what a session is worth, and what every answer of the portal says to browsers. */
package io.mizan.admin.access;
