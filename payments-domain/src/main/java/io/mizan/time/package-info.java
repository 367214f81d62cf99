/**
 * The one clock. Every deadline, interval, retry and signature tolerance reads it; in a sandbox it can be moved
 * forward. HTTP time-outs, sessions and rate limits of the server stay on real time.
 */
package io.mizan.time;
