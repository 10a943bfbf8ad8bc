import type { CaseStory } from './story.ts'

export const englishStories: readonly CaseStory[] = [
  {
    ...{ queue: 'Passports', resident: 'ellis', channel: 'call', owner: 'agent', priority: 60 },
    ...{ openedHoursAgo: 140, dueInHours: 26, travelInDays: 20, documents: ['Photo'] },
    subject: 'Renewal lost in the post, file 441209',
    text: 'Margaret Ellis posted her renewal at King Street on the 2nd. The tracking stops at the sorting centre.',
    steps: [
      {
        kind: 'reply',
        hoursAgo: 120,
        by: 'agent',
        text: 'Dear Ms Ellis,\n\nWe have asked the post office to trace your envelope. You will hear from us within a week.\n\nPassport services',
      },
      {
        kind: 'mail',
        hoursAgo: 70,
        text: 'Thank you. I fly on the twentieth, please remember.\n\nMargaret Ellis',
      },
      {
        kind: 'promise',
        hoursAgo: 68,
        by: 'agent',
        text: 'Tell her what the post office has found.',
        dueInHours: 5,
      },
    ],
  },
  {
    ...{ queue: 'Passports', resident: 'ellis', channel: 'form', owner: 'dana.roy', openedHoursAgo: 4200 },
    subject: 'Change of name after marriage',
    text: 'I would like my passport in my new name. What do you need?',
    steps: [
      {
        kind: 'reply',
        hoursAgo: 4180,
        by: 'dana.roy',
        text: 'Please send the marriage certificate with form 17.',
      },
      { kind: 'status', hoursAgo: 3600, by: 'dana.roy', to: 'resolved' },
    ],
  },
  {
    ...{ queue: 'Passports', resident: 'okafor', channel: 'call', owner: 'agent', openedHoursAgo: 30 },
    ...{ documents: ['Photo', 'Birth certificate'], dueInHours: 96 },
    subject: 'First passport for a child aged four',
    text: 'Asks what to send. Both parents live at the same address and will sign.',
    steps: [
      {
        kind: 'note',
        hoursAgo: 29,
        by: 'agent',
        text: 'Sent the list of documents by mail. He will come in person.',
      },
    ],
  },
  {
    ...{
      queue: 'Passports',
      resident: 'singh',
      channel: 'email',
      openedHoursAgo: 3,
      priority: 80,
      travelInDays: 2,
    },
    subject: 'Urgent: funeral abroad, passport expired',
    text: 'My father has died and I have to travel on Thursday. My passport expired in March. Please help me.\n\nPriya Singh',
  },
  {
    ...{
      queue: 'Passports',
      resident: 'cheng',
      channel: 'form',
      owner: 'agent',
      openedHoursAgo: 50,
      dueInHours: -20,
    },
    ...{ documents: ['Photo'], subject: 'Photo was refused twice' },
    text: 'You have sent my photo back for the second time. The shop says that it is right.',
    steps: [
      {
        kind: 'reply',
        hoursAgo: 48,
        by: 'agent',
        text: 'Dear Mr Cheng,\n\nThe background must be plain white. We are sorry that we did not say so at once.',
      },
      { kind: 'mail', hoursAgo: 24, text: 'Here is a new one. Is it good now?' },
      {
        kind: 'call-back',
        hoursAgo: 23,
        by: 'agent',
        text: 'Wants to hear by telephone whether the photo is good.',
        dueInHours: 2,
      },
    ],
  },
  {
    ...{ queue: 'Passports', resident: 'macdonald', channel: 'call', owner: 'dana.roy', openedHoursAgo: 220 },
    ...{ dueInHours: 48, subject: 'Passport stolen in Lisbon' },
    text: 'Stolen from a hotel room. He has the police report and is at the consulate.',
    steps: [
      {
        kind: 'note',
        hoursAgo: 219,
        by: 'dana.roy',
        text: 'Old passport cancelled. The consulate has the emergency form.',
      },
      { kind: 'status', hoursAgo: 200, by: 'dana.roy', to: 'stalled' },
      { kind: 'mail', hoursAgo: 12, text: 'I am home again. What do I have to do with the temporary one?' },
    ],
  },
  {
    ...{
      queue: 'Prestations',
      resident: 'abrams',
      channel: 'call',
      owner: 'agent',
      openedHoursAgo: 90,
      dueInHours: 8,
    },
    subject: 'Child benefit: new address is not known, file 306114',
    text: 'Ruth Abrams moved to 12 Elm Street in March. Letters still go to the old address.',
    steps: [
      {
        kind: 'note',
        hoursAgo: 89,
        by: 'agent',
        text: 'Address changed in the register. Payment was not touched.',
      },
      {
        kind: 'promise',
        hoursAgo: 88,
        by: 'agent',
        text: 'Send her a copy of the letter of 3 March.',
        dueInHours: 8,
      },
    ],
  },
  {
    ...{
      queue: 'Prestations',
      resident: 'abrams',
      channel: 'form',
      owner: 'anil.nair',
      openedHoursAgo: 2200,
    },
    subject: 'Proof of school for the older child',
    text: 'The school has sent the form straight to you.',
    steps: [{ kind: 'status', hoursAgo: 2100, by: 'anil.nair', to: 'resolved' }],
  },
  {
    ...{
      queue: 'Prestations',
      resident: 'singh',
      channel: 'chat',
      openedHoursAgo: 27,
      subject: 'Can I get parental benefit part time?',
    },
    text: 'I want to work two days a week from May on. Does that change what I get?',
  },
  {
    ...{
      queue: 'Prestations',
      resident: 'cheng',
      channel: 'email',
      owner: 'anil.nair',
      openedHoursAgo: 400,
      dueInHours: 30,
    },
    ...{ documents: ['Proof of address'], subject: 'Housing supplement was reduced' },
    text: 'My supplement is 80 dollars less since January and nobody has told me why.',
    steps: [
      {
        kind: 'reply',
        hoursAgo: 380,
        by: 'anil.nair',
        text: 'Dear Mr Cheng,\n\nYour rent in our file is from last year. Please send us the new lease.',
      },
      { kind: 'mail', hoursAgo: 300, text: 'Attached is my lease.' },
      {
        kind: 'note',
        hoursAgo: 299,
        by: 'anil.nair',
        text: 'Nothing was attached. Asked once more by telephone.',
      },
    ],
  },
  {
    ...{ queue: 'Prestations', resident: 'macdonald', channel: 'call', owner: 'agent', openedHoursAgo: 700 },
    subject: 'Winter fuel payment arrived twice',
    text: 'He wants to pay one of them back and asks how.',
    steps: [
      {
        kind: 'reply',
        hoursAgo: 690,
        by: 'agent',
        text: 'Thank you for telling us. You need not do anything: we shall take it off the next payment.',
      },
      { kind: 'status', hoursAgo: 689, by: 'agent', to: 'resolved' },
    ],
  },
  {
    ...{
      queue: 'Passports',
      resident: 'okafor',
      channel: 'email',
      openedHoursAgo: 1,
      subject: 'Re: which signature goes where?',
    },
    text: 'We are not sure who signs box 7. Is it me or the guarantor?\n\nDaniel Okafor',
  },
  {
    ...{ queue: 'Passports', resident: 'singh', channel: 'form', owner: 'dana.roy', openedHoursAgo: 900 },
    subject: 'Double surname does not fit the form',
    text: 'The form cuts my name after 24 letters.',
    steps: [{ kind: 'status', hoursAgo: 880, by: 'dana.roy', to: 'rejected' }],
  },
  {
    ...{
      queue: 'Prestations',
      resident: 'ellis',
      channel: 'chat',
      owner: 'agent',
      openedHoursAgo: 18,
      dueInHours: 150,
    },
    subject: 'Pension and benefit at the same time?',
    text: 'She turns 65 in June and wants to know what stops and what begins.',
    steps: [
      {
        kind: 'note',
        hoursAgo: 17,
        by: 'agent',
        text: 'Forwarded the question to the specialists. She is in no hurry.',
      },
    ],
  },
  {
    ...{
      queue: 'Investigations',
      resident: 'cheng',
      channel: 'form',
      owner: 'anil.nair',
      openedHoursAgo: 60,
    },
    subject: 'Two files for one person',
    text: 'Only for the people who look into such things.',
  },
]
