/** What only a sandbox has: a clock that can be moved, so that whatever takes days can be tried in a minute. */
package io.mizan.web.sandbox;
