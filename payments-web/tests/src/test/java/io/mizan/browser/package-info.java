/** What people see and do in a real browser. */
package io.mizan.browser;
