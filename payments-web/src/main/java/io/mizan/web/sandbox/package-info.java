/**
 * What only a sandbox has: a clock that can be moved, so that whatever takes days can be tried in a minute, and instants at
 * which the process can be made to die.
 */
package io.mizan.web.sandbox;
