/** Erasing customers: one member of staff asks, another one approves. */
package io.mizan.admin.erasures;
