/**
 * The people who use the portal: who they are, what they may do, what they did. Knows neither passwords in clear nor
 * how somebody signs in; that is the portal's.
 */
package io.mizan.staff;
