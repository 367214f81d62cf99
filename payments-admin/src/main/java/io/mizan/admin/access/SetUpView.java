package io.mizan.admin.access;

import java.util.Optional;

/**
 * Somebody new, or somebody who forgot it, sets their password.
 *
 * @param token of the link that they came with
 * @param needsCode whether whoever approved it has to give them a code
 * @param refusal why the last try did not succeed
 */
public record SetUpView(
        String token, String username, String displayName, boolean needsCode, Optional<String> refusal) {}
