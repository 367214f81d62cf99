package io.mizan.simulation;

import java.util.function.BooleanSupplier;

/**
 * Something that somebody may do next.
 *
 * @param weight how often it is drawn, against the others that are possible
 */
record Move(String name, int weight, BooleanSupplier possible, Runnable act) {}
