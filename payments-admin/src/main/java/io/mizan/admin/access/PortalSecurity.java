package io.mizan.admin.access;

import io.mizan.staff.Roles;
import jakarta.annotation.security.DeclareRoles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.authentication.mechanism.http.CustomFormAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.LoginToContinue;

/** Whoever asks for a page without being signed in is sent to the sign-in page, and from there back to what they asked for. */
@CustomFormAuthenticationMechanismDefinition(
        loginToContinue = @LoginToContinue(loginPage = "/admin/login", errorPage = "", useForwardToLogin = false))
@DeclareRoles({Roles.SUPPORT, Roles.FINANCE, Roles.OPERATOR, Roles.ADMINISTRATOR})
@ApplicationScoped
public class PortalSecurity {}
