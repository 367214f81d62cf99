/**
 * Lists, a page at a time. A page ends with an opaque cursor for the next one; pages follow keys and not row numbers, so
 * that nothing is skipped or told twice while rows are added.
 */
package io.mizan.web.page;
