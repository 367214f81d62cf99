/**
 * Measures a whole system on this machine and sets it against what the database could do at best
 * ({@code docs/benchmark.md}).
 */
package io.mizan.benchmark;
