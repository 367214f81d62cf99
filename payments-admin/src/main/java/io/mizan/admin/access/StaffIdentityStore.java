package io.mizan.admin.access;

import io.mizan.staff.StaffDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;

/** Staff sign in with name and password; their roles are the container's groups. */
@ApplicationScoped
public class StaffIdentityStore implements IdentityStore {
    @Inject
    StaffDirectory staff;

    @Inject
    Passwords passwords;

    @Override
    public CredentialValidationResult validate(Credential credential) {
        if (!(credential instanceof UsernamePasswordCredential given)) {
            return CredentialValidationResult.NOT_VALIDATED_RESULT;
        }
        var kept = staff.passwordHash(given.getCaller());
        if (!passwords.matches(kept, given.getPassword().getValue())) {
            return CredentialValidationResult.INVALID_RESULT;
        }
        return staff.find(given.getCaller())
                .map(member -> new CredentialValidationResult(member.username(), member.roles()))
                .orElse(CredentialValidationResult.INVALID_RESULT);
    }
}
