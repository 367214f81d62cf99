/** What people see and change of their own account: password, authenticator app, sessions. */
package io.mizan.admin.account;
