#!/usr/bin/perl
# Gives every queue one more field, as an administrator does while the desks are at work. Arguments: name and type.
use strict;
use warnings;
use lib '/usr/share/request-tracker5/lib';
use Encode;
use RT;
RT::LoadConfig();
RT::Init();

my ($name, $type) = map { Encode::decode('UTF-8', $_) } @ARGV;
my $field = RT::CustomField->new(RT->SystemUser);
my ($done, $message) = $field->Create(
    Name => $name, Type => $type, MaxValues => 1, LookupType => 'RT::Queue-RT::Ticket');
die "field: $message\n" unless $done;
# Added to the empty queue, it belongs to all of them.
($done, $message) = $field->AddToObject(RT::Queue->new(RT->SystemUser));
die "field of every queue: $message\n" unless $done;
