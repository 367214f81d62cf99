package io.mizan.web.config;

/** What this deployment is for: trying out with test keys and simulators, or real money. Never both. */
public enum Mode {
    SANDBOX,
    LIVE
}
