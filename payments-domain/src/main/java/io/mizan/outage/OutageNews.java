package io.mizan.outage;

import io.mizan.gateway.GatewayName;

/** A gateway is away, as far as this process has seen, or is back. Fired as an event. */
public record OutageNews(GatewayName gateway, boolean away) {}
