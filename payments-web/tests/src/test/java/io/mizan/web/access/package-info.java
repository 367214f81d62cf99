/** Who is let in, and to what. */
package io.mizan.web.access;
