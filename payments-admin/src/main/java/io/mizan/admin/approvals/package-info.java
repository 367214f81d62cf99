/** What waits for a second person, and deciding about it. */
package io.mizan.admin.approvals;
