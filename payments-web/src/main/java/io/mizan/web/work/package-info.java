/**
 * Background work: timers wake workers, the rows say what is due. Every instance runs all of them; the claims make that
 * right, not the schedule. A nudge after a commit saves the wait for the timer, and may be lost.
 */
package io.mizan.web.work;
