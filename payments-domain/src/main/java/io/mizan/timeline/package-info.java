/** What we knew about an order, and when: append-only, in words that are chosen when they are shown. */
package io.mizan.timeline;
