package io.mizan.simulation;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** In how many seeds each kind of thing happened. */
final class Coverage {
    private final Map<String, Integer> seeds = new TreeMap<>();
    private int played;

    synchronized void add(Set<String> seen) {
        played++;
        seen.forEach(what -> seeds.merge(what, 1, Integer::sum));
    }

    synchronized Set<String> seen() {
        return new TreeSet<>(seeds.keySet());
    }

    synchronized String table() {
        var text = new StringBuilder("in ").append(played).append(" simulations, how many saw\n");
        seeds.forEach((what, times) -> text.append(String.format("  %6d  %s%n", times, what)));
        return text.toString();
    }
}
