package io.mizan.web.http;

import io.mizan.access.AddressRange;
import java.util.List;

/**
 * Addresses and networks from which something may be reached.
 *
 * @param ranges none means from everywhere
 */
public record AddressList(List<AddressRange> ranges) {
    public AddressList {
        ranges = List.copyOf(ranges);
    }

    /** Whoever hides behind something that is no address, is not on a list. */
    public boolean admits(String address) {
        return ranges.isEmpty() || ranges.stream().anyMatch(range -> range.contains(address));
    }
}
