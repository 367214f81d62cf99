/**
 * The money path played through at random and yet reproducibly: the real use cases on a real database, with fakes of the
 * provider, of the clock, of the customer and of the process that runs it all, which may die at any statement.
 */
package io.mizan.simulation;
