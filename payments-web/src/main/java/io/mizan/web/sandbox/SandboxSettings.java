package io.mizan.web.sandbox;

import java.net.URI;
import java.util.Optional;

/** @param simulators where the simulators of the gateways are ({@code mizan.sandbox.url}); absent if there are none */
public record SandboxSettings(Optional<URI> simulators) {}
