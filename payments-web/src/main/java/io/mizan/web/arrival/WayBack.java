package io.mizan.web.arrival;

import io.mizan.checkout.CustomerReturn.Arrival;
import io.mizan.id.AttemptId;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The address by which a customer comes back. Read from path and query alone: parsing the body of a form would let a
 * stranger's bytes decide whether the customer arrives.
 */
record WayBack(String gateway, AttemptId attempt, String token, boolean canceled) {
    private static final Pattern PATH = Pattern.compile("/([a-z][a-z0-9_]{1,31})/(att_[0-9a-z]{26})");
    private static final Pattern TOKEN = Pattern.compile("(?:^|&)t=([A-Za-z0-9_-]{20,100})(?:&|$)");
    private static final Pattern CANCELED = Pattern.compile("(?:^|&)canceled=true(?:&|$)");

    /** Empty if it is no such address. */
    static Optional<WayBack> of(String path, String query) {
        var place = PATH.matcher(path == null ? "" : path);
        var token = TOKEN.matcher(query == null ? "" : query);
        if (!place.matches() || !token.find()) {
            return Optional.empty();
        }
        try {
            var attempt = AttemptId.fromString(place.group(2));
            boolean canceled = CANCELED.matcher(query).find();
            return Optional.of(new WayBack(place.group(1), attempt, token.group(1), canceled));
        } catch (IllegalArgumentException noAttempt) {
            return Optional.empty();
        }
    }

    /** Where the browser goes on to: the shop's address, with the order's id and a code that opens its status once. */
    static URI onwards(Arrival arrival) {
        var shop = arrival.returnUrl();
        var separator = shop.getRawQuery() == null ? "?" : "&";
        return URI.create(shop + separator + "order=" + arrival.order() + "&code=" + arrival.statusCode());
    }
}
