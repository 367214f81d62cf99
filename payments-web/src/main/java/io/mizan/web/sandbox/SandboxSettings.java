package io.mizan.web.sandbox;

import java.net.URI;
import java.util.Optional;

/**
 * @param simulators where the simulators of the gateways are ({@code mizan.sandbox.url}); absent if there are none
 * @param mayHalt whether a test may make this process end ({@code mizan.sandbox.halt})
 */
public record SandboxSettings(Optional<URI> simulators, boolean mayHalt) {}
