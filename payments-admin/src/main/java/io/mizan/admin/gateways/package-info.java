/** The gateways as they are set up: for administrators. */
package io.mizan.admin.gateways;
