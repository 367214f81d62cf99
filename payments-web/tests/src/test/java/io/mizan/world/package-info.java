/** Whole payments over HTTP against simulators that misbehave, as the real world does. */
package io.mizan.world;
