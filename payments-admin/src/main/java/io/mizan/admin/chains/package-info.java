/** Whether what we knew, and when, is still what was written down. */
package io.mizan.admin.chains;
