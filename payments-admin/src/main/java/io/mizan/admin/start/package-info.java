/** Where one begins: what wants a look right now. */
package io.mizan.admin.start;
