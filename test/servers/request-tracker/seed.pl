#!/usr/bin/perl
# Fills a new Request Tracker with a small centre: queues, fields, people and what they may do. Writes the tokens of
# those who sign in to the file that is its only argument. Runs once, on a database that has just been made.
use strict;
use warnings;
use utf8;
use lib '/usr/share/request-tracker5/lib';
use JSON;
use RT;
RT::LoadConfig();
RT::Init();
require RT::AuthToken;

my ($tokens_file) = @ARGV;
my $system = RT->SystemUser;

sub must { my ($what, $done, $message) = @_; die "$what: $message\n" unless $done; return $done }

sub grant {
    my ($principal, $object, @rights) = @_;
    must("right $_", $principal->GrantRight(Right => $_, Object => $object)) for @rights;
}

my %queues;
for my $name (qw(Passports Benefits Investigations)) {
    my $queue = $queues{$name} = RT::Queue->new($system);
    must("queue $name", $queue->Create(Name => $name, Lifecycle => 'default'));
}
# Agents do not work with investigations, and do not see them.
my @open_queues = @queues{qw(Passports Benefits)};

sub group {
    my ($name) = @_;
    my $group = RT::Group->new($system);
    must("group $name", $group->CreateUserDefinedGroup(Name => $name));
    return $group;
}

my @work = qw(SeeQueue ShowTicket ShowTicketComments CreateTicket ReplyToTicket CommentOnTicket ModifyTicket OwnTicket
    TakeTicket StealTicket Watch);
my $agents = group('Agents');
my $leads = group('Leads');
grant($agents->PrincipalObj, $_, @work) for @open_queues;
grant($leads->PrincipalObj, $_, @work, 'DeleteTicket') for values %queues;
for my $group ($agents, $leads) {
    grant($group->PrincipalObj, RT->System, qw(SeeCustomField ModifyCustomField SetInitialCustomField));
}

# Customers write by mail.
my $everyone = RT::Group->new($system);
$everyone->LoadSystemInternalGroup('Everyone');
for my $queue (@open_queues) {
    grant($everyone->PrincipalObj, $queue, 'CreateTicket');
    my $requestors = RT::Group->new($system);
    $requestors->LoadRoleGroup(Object => $queue, Name => 'Requestor');
    grant($requestors->PrincipalObj, $queue, 'ReplyToTicket');
}

sub field {
    my ($name, $type, %more) = @_;
    my $values = delete $more{Values} // [];
    my $field = RT::CustomField->new($system);
    must("field $name", $field->Create(
        Name => $name, Type => $type, MaxValues => 1, LookupType => 'RT::Queue-RT::Ticket', %more));
    must("choice $_", $field->AddValue(Name => $_)) for @$values;
    must("field $name of $_", $field->AddToObject($_)) for values %queues;
}

# Each value belongs to one case only: the database refuses a twin.
field('Desk id', 'Freeform', UniqueValues => 1);
field('Channel', 'Select', Values => [qw(telephone mail chat visit)]);
field('Needs', 'Select', MaxValues => 0, Values => ['interpreter', 'large print', 'Langue des signes québécoise']);
field('Appointment', 'Date');
field('Call back at', 'DateTime');
field('Reference', 'Freeform');
field('Circumstances', 'Text');

my %tokens;

sub worker {
    my ($name, $real_name, @groups) = @_;
    my $user = RT::User->new($system);
    must("user $name", $user->Create(
        Name => $name, RealName => $real_name, EmailAddress => "$name\@foyer.test", Password => "Pass-$name-1",
        Privileged => 1));
    must("member $name", $_->AddMember($user->PrincipalId)) for @groups;
    token($user);
}

sub token {
    my ($user) = @_;
    my ($done, $message, $token) = RT::AuthToken->new($system)->Create(Owner => $user->id, Description => 'desk');
    must('token of ' . $user->Name, $done, $message);
    $tokens{$user->Name} = $token;
}

worker('agent1', 'Ada Lindqvist', $agents);
worker('agent2', 'Ben Okafor', $agents);
worker('lead', 'Anil Nair', $leads);
my $root = RT::User->new($system);
$root->Load('root');
token($root);

# Numbers are from the ranges that are kept for fiction (555-0100 to 555-0199), addresses from RFC 2606.
my @customers = (
    ['amelie.tremblay@example.org', 'Amélie Tremblay', MobilePhone => '+15145550123'],
    ['noor.haddad@example.org', 'Noor Haddad', MobilePhone => '+15145550188', HomePhone => '+14385550111'],
    ['george.mensah@example.org', 'George Mensah', MobilePhone => '(613) 555-0142'],
    ['li.wei@example.net', 'Li Wei', HomePhone => '+16045550167'],
    ['jeanne.roy@example.net', 'Jeanne Roy'],
);
for my $customer (@customers) {
    my ($address, $name, %numbers) = @$customer;
    my $user = RT::User->new($system);
    must("customer $name", $user->Create(
        Name => $address, EmailAddress => $address, RealName => $name, Privileged => 0, %numbers));
}

open my $file, '>', $tokens_file or die "$tokens_file: $!";
print $file encode_json(\%tokens);
close $file or die "$tokens_file: $!";
