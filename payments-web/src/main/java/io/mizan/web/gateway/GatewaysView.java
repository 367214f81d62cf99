package io.mizan.web.gateway;

import java.util.List;

/** The gateways of this deployment that take new attempts, in the order in which to offer them. */
record GatewaysView(List<GatewayView> data) {
    /**
     * One gateway.
     *
     * @param gateway names it in requests
     * @param displayName what a customer calls it
     * @param capture the ways of collecting the money that it knows
     */
    record GatewayView(String gateway, String displayName, List<String> capture) {}
}
